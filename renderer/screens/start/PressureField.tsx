import { useRef, type PointerEvent } from 'react';
import { useWords } from '../../words.ts';
import { judgePressure, type PressureVerdict } from '../../stage/judgePressure.ts';
import styles from './PressureField.module.css';

type PressureFieldProps = { readonly onVerdict: (verdict: PressureVerdict) => void };

/** A strip of paper to try the pen on: the line is as thick as the pressure that arrives. */
export function PressureField({ onVerdict }: PressureFieldProps) {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const pressures = useRef<number[]>([]);
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);

  const place = (event: PointerEvent): { readonly x: number; readonly y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    element.width = element.clientWidth * window.devicePixelRatio;
    element.height = element.clientHeight * window.devicePixelRatio;
    pressures.current = [];
    last.current = place(event);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const context = canvas.current?.getContext('2d');
    if (!last.current || !context) return;
    const here = place(event);
    pressures.current.push(event.pressure);
    context.save();
    context.scale(window.devicePixelRatio, window.devicePixelRatio);
    context.lineCap = 'round';
    context.strokeStyle = getComputedStyle(event.currentTarget).color;
    context.lineWidth = 1 + event.pressure * 7;
    context.beginPath();
    context.moveTo(last.current.x, last.current.y);
    context.lineTo(here.x, here.y);
    context.stroke();
    context.restore();
    last.current = here;
  };
  const up = (event: PointerEvent<HTMLCanvasElement>): void => {
    last.current = null;
    // The first and last samples of a pen are its touching down and leaving.
    const held = pressures.current.slice(1, -1);
    if (held.length > 0) onVerdict(judgePressure(event.pointerType, held));
  };
  return (
    <canvas
      ref={canvas}
      className={styles.field}
      role="img"
      aria-label={t('check.pressureField')}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => { last.current = null; }}
    />
  );
}
