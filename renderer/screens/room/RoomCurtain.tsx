import type { RoomView } from '../../../shared/contract/room.ts';
import styles from './RoomScreen.module.css';

/** Hides the board from the room: black, or paper with the title. */
export function RoomCurtain({ curtain, title }: { readonly curtain: RoomView['curtain']; readonly title: string }) {
  return (
    <>
      <div className={`${styles['curtain']} ${styles['black']}`} data-shown={curtain === 'black'} data-testid="curtain-black" />
      <div className={`${styles['curtain']} ${styles['title']}`} data-shown={curtain === 'title'} aria-hidden={curtain !== 'title'}>{title}</div>
    </>
  );
}
