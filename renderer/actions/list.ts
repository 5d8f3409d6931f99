import { afterHand, type Action } from './action.ts';
import { arrangeActions } from './arrangeActions.ts';
import { boardActions } from './boardActions.ts';
import { editActions } from './editActions.ts';
import { handActions } from './handActions.ts';
import { harvestActions } from './harvestActions.ts';
import { layerActions } from './layerActions.ts';
import { letteringActions } from './letteringActions.ts';
import { orderActions } from './orderActions.ts';
import { pictureActions } from './pictureActions.ts';
import { panelActions } from './panelActions.ts';
import { roomActions } from './roomActions.ts';
import { searchActions } from './searchActions.ts';
import { stampActions } from './stampActions.ts';
import { styleActions } from './styleActions.ts';
import { toolActions } from './toolActions.ts';
import { viewActions } from './viewActions.ts';
import { voteActions } from './voteActions.ts';

/** All actions of the desk, in the order in which the palette shows them. */
export const ACTIONS: readonly Action[] = [
  ...toolActions, ...handActions, ...letteringActions, ...harvestActions, ...afterHand([...editActions, ...arrangeActions, ...styleActions, ...layerActions, ...stampActions]), ...viewActions,
  ...searchActions, ...roomActions, ...orderActions, ...afterHand(pictureActions), ...panelActions, ...voteActions, ...boardActions,
];

/** The action of that id. */
export function actionNamed(id: string): Action | undefined {
  return ACTIONS.find((action) => action.id === id);
}
