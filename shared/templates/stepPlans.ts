import type { StepPlan } from './assemble.ts';
import type { InBoth } from './template.ts';

/** How long the steps of each template take, and what its facilitator is reminded of. The minutes are a proposal: they can be changed in the running order. */
export const STEP_PLANS: { readonly [template in 'kiel' | 'kenniscafe' | 'krachtenkaart' | 'expeditie' | 'stip']: InBoth<readonly StepPlan[]> } = {
  kiel: {
    nl: [
      { minutes: 20, reminders: ['Stoelen zoals in een theater.', 'Eerst het geheel, dan je vak, dan je organisatie.'] },
      { minutes: 60, reminders: ['Zeven groepen; wie begeleidt, leidt geen groep.', 'Drie vragen: de wijk en jij, wat drijft je, je droombeeld.', 'Geen probleemtaal, niemand buiten de zaal de schuld.'] },
      { minutes: 40, reminders: ['Herhaal wat je hoort, de oogster tekent mee.', 'Voeg metaforen die hetzelfde zeggen luidop samen.', 'Zeg de regel van de stemming voor ze begint.'] },
      { minutes: 45, reminders: ['Subgroepen per thema.', 'Nog geen acties: eerst waar het op steunt.'] },
      { minutes: 35, reminders: ['Eén grote kring.', 'Vijf punten volstaan, voor nu.', 'Wie houdt het levend? Vraag het hardop.'] },
    ],
    en: [
      { minutes: 20, reminders: ['Chairs as in a theatre.', 'First the whole, then your craft, then your organisation.'] },
      { minutes: 60, reminders: ['Seven groups; the facilitator leads none.', 'Three questions: the place and you, what drives you, your dream.', 'No problem language, no blame on who is absent.'] },
      { minutes: 40, reminders: ['Repeat what you hear, the harvester draws along.', 'Merge metaphors that say the same, aloud.', 'Say the rule of the vote before it begins.'] },
      { minutes: 45, reminders: ['Subgroups by theme.', 'No actions yet: first what it rests on.'] },
      { minutes: 35, reminders: ['One large circle.', 'Five points will do, for now.', 'Who keeps it alive? Ask aloud.'] },
    ],
  },
  kenniscafe: {
    nl: [
      { minutes: 30, reminders: ['Iedereen vertelt één echte ontmoeting.', 'Wie je bent telt, niet wat je doet.'] },
      { minutes: 50, reminders: ['Zeven stappen naar één gedeelde droom.', 'De gemeente is niet de partij die het oplost.'] },
      { minutes: 30, reminders: ['Eén voorbeeld helemaal uitwerken.', 'Scherp: wie, wat, wanneer.'] },
    ],
    en: [
      { minutes: 30, reminders: ['Everyone tells one real encounter.', 'Who you are counts, not what you do.'] },
      { minutes: 50, reminders: ['Seven steps to one shared dream.', 'The municipality is not the party that solves it.'] },
      { minutes: 30, reminders: ['Work out one example in full.', 'Be sharp: who, what, when.'] },
    ],
  },
  krachtenkaart: {
    nl: [
      { minutes: 40, reminders: ['Schrijf elk overleg op.', 'Wat kan met een belletje of het verslag?'] },
      { minutes: 50, reminders: ['Iedereen noemt krachten van de wijk.', 'Wie kent ze al, wie kan ze gebruiken?'] },
      { minutes: 30, reminders: ['Begin bij plekken waar mensen al zijn.', 'Voortaan vragen we er twee.'] },
    ],
    en: [
      { minutes: 40, reminders: ['Write down every meeting.', 'What can be done with a call or the minutes?'] },
      { minutes: 50, reminders: ['Everyone names strengths of the place.', 'Who knows them, who could use them?'] },
      { minutes: 30, reminders: ['Begin where people already are.', 'From now on we ask two.'] },
    ],
  },
  expeditie: {
    nl: [
      { minutes: 60, reminders: ['Vraag eerst: hoe gaat het met je?', 'Benoem de onderstroom tussen mensen.', 'De reis telt, niet de bestemming.'] },
      { minutes: 45, reminders: ['Leg elk initiatief op de schaal: namens, voor, met of door.', 'Kijk kleiner: groeten, namen kennen, ernaar vragen.'] },
    ],
    en: [
      { minutes: 60, reminders: ['Ask first: how are you doing?', 'Name the undercurrents between people.', 'The journey counts, not the destination.'] },
      { minutes: 45, reminders: ['Put each initiative on the scale: on behalf of, for, with or by.', 'Look smaller: greet, know names, ask.'] },
    ],
  },
  stip: {
    nl: [
      { minutes: 40, reminders: ['Elk deelt een drijfveer: waarom ben je hier?', 'Verbind drijfveren met de stip.'] },
      { minutes: 45, reminders: ['Lees de zinnen van de keukentafel voor.', 'Bundel tot thema’s, drie niveaus.'] },
      { minutes: 35, reminders: ['Houden, stoppen, vernieuwen.', 'Sluit af met: wat begin jij morgen?'] },
    ],
    en: [
      { minutes: 40, reminders: ['Each shares a drive: why are you here?', 'Link drives to the dot.'] },
      { minutes: 45, reminders: ['Read the sentences of the kitchen table aloud.', 'Bundle into themes, three levels.'] },
      { minutes: 35, reminders: ['Keep, stop, renew.', 'End with: what do you start tomorrow?'] },
    ],
  },
};
