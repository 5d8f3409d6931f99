import type { Mark } from '../../shared/board/marks.ts';
import type { Point } from '../../shared/geometry/box.ts';
import { pulledForm } from '../../shared/ink/pulledForm.ts';
import type { RoughForm } from '../../shared/ink/roughForm.ts';
import { markNode } from '../../shared/scene/markNode.ts';
import { connectorEndAt } from './connectorEnd.ts';
import { formMark, type FormLooks } from './formMark.ts';
import type { ToolContext } from './tool.ts';

/** A pen that only trembles, or is being lifted, does not pull, screen px. */
const PULL_PX = 6;

/** A form that a resting pen made of its line, while the pen is still down. */
export type FormInHand = {
  readonly pull: (to: Point, even: boolean) => void;
  /** The form as it is shown now. */
  readonly mark: () => Mark;
};

/** Shows a form in the place of the line that it comes from. */
export function formInHand(context: Pick<ToolContext, 'view' | 'page' | 'units' | 'overlay'>, found: RoughForm, restedAt: Point, looks: FormLooks): FormInHand {
  let form = found;
  let held = restedAt;
  let pulls = false;
  const mark = (): Mark => formMark(form, looks, (at) => connectorEndAt(context, at));
  const show = (): void => context.overlay({ kind: 'nodes', opacity: 1, nodes: [markNode(mark(), context.view())] });
  show();
  return {
    mark,
    pull(to, even) {
      if (!pulls) {
        if (Math.hypot(to.x - held.x, to.y - held.y) < context.units(PULL_PX)) return;
        pulls = true;
        // From here on: the form does not jump by what the hand trembled.
        held = to;
      }
      form = pulledForm(found, held, to, even);
      show();
    },
  };
}
