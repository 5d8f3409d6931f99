import { describe, expect, it } from 'vitest';
import { asId, type MarkId, type PageId } from '../../../shared/base/ids.ts';
import type { Board } from '../../../shared/board/board.ts';
import { bucketOf } from '../../../shared/board/buckets.ts';
import { emptyBoard } from '../../../shared/board/emptyBoard.ts';
import type { CardMark } from '../../../shared/board/marks.ts';
import { findSame, sameKey, sameWord } from '../../../shared/harvest/sameness.ts';

const ONE_WORD = `
jungle jungles; buurt buurten; wijk wijken; huis huizen; café cafe; café cafés; boom bomen; plein pleinen; kind kinderen; brief brieven;
museum musea; museum museums; centrum centra; straat straten; school scholen; park parken; bank banken; plant planten; vriend vrienden;
vriendin vriendinnen; buur buren; bewoner bewoners; buurman buurmannen; moeder moeders; vader vaders; oma oma's; opa opa’s; foto foto's;
auto auto's; baby baby's; idee ideeën; zee zeeën; knie knieën; koe koeien; stad steden; binnenstad binnensteden; lid leden; teamlid teamleden;
weg wegen; pad paden; speelpad speelpaden; dag dagen; dak daken; glas glazen; hof hoven; graf graven; ei eieren; lied liederen; blad bladeren;
spel spelen; mogelijkheid mogelijkheden; eigenheid eigenheden; vereniging verenigingen; ontmoeting ontmoetingen; verbinding verbindingen;
kennis kennissen; man mannen; maan manen; wet wetten; bus bussen; bos bossen; raad raden; rat ratten; band banden; raam ramen; muur muren;
metafoor metaforen; kenmerk kenmerken; thema thema's; droom dromen; tafel tafels; jongen jongens; meisje meisjes; feest feesten;
braderie braderieën; mierennest mierennesten; panda panda's; gemeente gemeenten; gemeente gemeentes; ziekte ziekten; gedachte gedachten;
golf golven; duif duiven; prijs prijzen; reis reizen; kans kansen; mens mensen; fiets fietsen; plaats plaatsen; plaat platen; grens grenzen;
leraar leraren; artikel artikelen; middel middelen; persoon personen; professor professoren; vrouw vrouwen; leeuw leeuwen; bakkerij bakkerijen;
actie acties; familie families; bureau bureaus; niveau niveaus; club clubs; film films; team teams; tram trams; winkel winkels; keuken keukens;
Samen samen; BRUISEND bruisend; één een; WhatsApp-groep WhatsAppgroep; «warm» warm; Zuiderpark Zuiderparken; slot sloten; sloot sloten;
politicus politici; crisis crises; wolf wolven; haas hazen; kaas kazen; kruis kruisen; eis eisen; fotograaf fotografen; wandeling wandelingen;
groene_buurt groene_buurten; open_deur open_deuren; zonnebloem zonnebloemen; speeltuin speeltuinen; buurthuis buurthuizen; station stations; spel spellen; brug bruggen; jongen jongens; begeleider begeleiders; plek plekken
`;

const TWO_WORDS = `
rat raad; bank band; bus bos; man maan; wet weten; weet wet; bom boom; bom bomen; bot boten; boot botten; zon zonen; zoon zonnen; kop kopen;
rok roken; tak taken; taak takken; vlag vlagen; vlaag vlaggen; les lezen; rat raten; raat ratten; bos boos; bos bozen; pen been; pen penen;
kat kater; hal hals; val vals; paar paars; ei eis; rei reis; ver vers; niet niets; iet iets; plaat plaats; rot rots; mar mars; al als; gan gans;
ander anders; alle alles; erg ergens; volg volgens; mens men; huis hui; buis bui; muis mui; fiets fiet; kans kan; dans dan; gras gra; glas gla;
vis vies; zien zin; zee zeef; weer wereld; wens wezen; wind winden_op; rede reden; deel deelnemer; kind kinds; buurt buur; buurt beurt; wijk wijs;
wijk week; straat straf; groen groep; groep groepje; huis huisje; plein plan; plein pijn; park parkeren; boom boon; boot boort; brood broed; licht lucht;
lucht luchtig; warm arm; warm warmte; samen samenwerken; samen zaam; verbinding verbinden; eigen eigenheid; trots troost; rust roest; tuin toon;
kerk werk; vriend vriendelijk; vrij vrijheid; veilig veiligheid; jong jongen; oud ouder; hart hard; hand hond; tand tante; dak dag; doos dos; mees mis;
peer per; beer ber; haar har; naam nam; raam ram; schaap schap; vuur vur; buik buk; kook kok; rook rok; loop lop; weg week; wegen weken; dagen daken;
bal baal; ballen balen; dal daal; tal taal; talen tallen; zak zaak; zakken zaken; vak vaak; smaak smak; stelen stellen; manen mannen;
bomen bommen; boten botten; weten wetten; latten laten; hopen hoppen; kopen koppen; slopen sloppen; beden bedden; leden ladder; steden stedelijk;
het_plein plein; de_wijk wijk; Kiel Kielse; bruisend bruis; potentie potent; jungle jingle; panda pand; mieren mier_en; braderie brade
`;

const pairs = (list: string): readonly (readonly [string, string])[] =>
  list.split(';').map((pair) => {
    const [a = '', b = ''] = pair.trim().split(/\s+/);
    return [a.replaceAll('_', ' '), b.replaceAll('_', ' ')];
  });

describe('words that are one on the board', () => {
  it.each(pairs(ONE_WORD))('%s and %s are one word, whichever came first', (a, b) => {
    expect([sameWord(a, b), sameWord(b, a)]).toEqual([true, true]);
  });

  it.each(pairs(TWO_WORDS))('%s and %s stay two words', (a, b) => {
    expect([sameWord(a, b), sameWord(b, a)]).toEqual([false, false]);
  });

  it('nothing is not the same as nothing', () => {
    expect(sameWord('', '')).toBe(false);
    expect(sameWord('!', '?')).toBe(false);
  });

  it('the ligature ĳ and the letters ij are one', () => {
    expect(sameKey('Wĳk')).toBe('wijk');
  });
});

const page = asId<PageId>('p1');
const board = emptyBoard({ id: asId('b1'), title: '', locale: 'nl', createdMs: 0 });

function card(id: string, text: string, more: Partial<CardMark> = {}): CardMark {
  return {
    kind: 'card', id: asId<MarkId>(id), page, layer: 'harvest', order: 'a0', matrix: [1, 0, 0, 1, 0, 0], locked: false, role: 'trait', text,
    lines: [], sizeUnits: 40, color: 'ink', mentions: [{ table: null, atMs: 1 }], picture: [], placed: true, merged: [], ...more,
  };
}

function withCards(...cards: readonly CardMark[]): Board {
  const buckets: Record<string, Record<MarkId, CardMark>> = {};
  for (const mark of cards) (buckets[bucketOf(mark.id)] ??= {})[mark.id] = mark;
  return { ...board, buckets };
}

describe('the card that a word belongs to', () => {
  it('a plural finds the card of its singular, of the same role only', () => {
    const full = withCards(card('a', 'huis'), card('b', 'huizen', { role: 'metaphor' }));
    expect(findSame(full, 'trait', 'Huizen')?.id).toBe('a');
    expect(findSame(full, 'theme', 'huis')).toBeUndefined();
  });

  it('the very word wins over its plural, also when the plural was heard more', () => {
    const full = withCards(card('a', 'buurten', { mentions: [{ table: null, atMs: 1 }, { table: null, atMs: 2 }] }), card('b', 'buurt'));
    expect(findSame(full, 'trait', 'buurt')?.id).toBe('b');
  });

  it('a word that was merged into another grows that one', () => {
    const full = withCards(card('a', 'samen', { merged: [{ text: 'saamhorig', mentions: [], color: 'ink', picture: [] }] }));
    expect(findSame(full, 'trait', 'Saamhorig')?.id).toBe('a');
  });

  it('the ruling of the user counts more than spelling, both ways, and the latest one holds', () => {
    const full = withCards(card('a', 'werk'), card('b', 'oma'));
    const ruled = { ...full, sameness: [{ a: 'werken', b: 'werk', same: false }, { a: 'oma', b: 'grootmoeder', same: true }] };
    expect(findSame(full, 'trait', 'werken')?.id).toBe('a');
    expect(findSame(ruled, 'trait', 'werken')).toBeUndefined();
    expect(findSame(ruled, 'trait', 'Grootmoeder')?.id).toBe('b');
    expect(findSame({ ...ruled, sameness: [...ruled.sameness, { a: 'werk', b: 'werken', same: true }] }, 'trait', 'werken')?.id).toBe('a');
  });
});
