import { useStore } from 'zustand';
import { chooseTracing, setLayer, tracedOn, TRACING_OPACITY } from '../../actions/layerActions.ts';
import { actionNamed } from '../../actions/list.ts';
import { LayersPanel } from '../../panels/layers/LayersPanel.tsx';
import { useBoard } from '../useStored.ts';
import type { DeskSession } from './deskSession.ts';

/** Wires the layers: what is seen, what is held, and the picture that is traced on this page. */
export function DeskLayers({ desk, onDismiss }: { readonly desk: DeskSession; readonly onDismiss: () => void }) {
  const { board } = useBoard(desk.store);
  useStore(desk.desk, (state) => state.page);
  const traced = tracedOn(desk);
  const first = traced[0];
  return (
    <LayersPanel
      prepared={board.layers.prepared}
      tracing={board.layers.tracing}
      strength={first ? (first.opacity ?? TRACING_OPACITY) : null}
      onPrepared={(part) => setLayer(desk, 'prepared', part)}
      onTracing={(part) => setLayer(desk, 'tracing', part)}
      onStrength={(opacity) => desk.store.do({ type: 'marks.restyle', ids: traced.map(({ id }) => id), style: { opacity } })}
      onChooseImage={() => void chooseTracing(desk)}
      onRemoveImage={() => actionNamed('trace.remove')?.run(desk)}
      onDismiss={onDismiss}
    />
  );
}
