import { describe, expect, it } from 'vitest';
import { areaAfter, areaNamed } from '../../../shared/harvest/areaNamed.ts';

describe('the heading of a frame', () => {
  it('says what it gathers, in Dutch and in English', () => {
    expect(['Kenmerken', ' kenmerken van de droomwijk', 'Eigenschappen', 'Traits'].map(areaNamed)).toEqual(['traits', 'traits', 'traits', 'traits']);
    expect(['METAFOREN', 'Metaphors'].map(areaNamed)).toEqual(['metaphors', 'metaphors']);
    expect(['Thema’s van samenwerking', 'Themes'].map(areaNamed)).toEqual(['themes', 'themes']);
    expect(['Samenwerkingscharter', 'Charter van samenwerking', 'Afspraken', 'Agreements'].map(areaNamed)).toEqual(['none', 'charter', 'charter', 'charter']);
  });

  it('says nothing by other words', () => {
    expect(['', 'Wat drijft jou?', 'onze kenmerken', 'Metro'].map(areaNamed)).toEqual(['none', 'none', 'none', 'none']);
  });

  it('written anew makes it gather something else or nothing, and leaves what it was made for otherwise', () => {
    expect(areaAfter({ text: '', area: 'none' }, 'Kenmerken')).toBe('traits');
    expect(areaAfter({ text: 'Kenmerken', area: 'traits' }, 'Metaforen')).toBe('metaphors');
    expect(areaAfter({ text: 'Kenmerken', area: 'traits' }, 'Wie is er?')).toBe('none');
    expect(areaAfter({ text: 'Onze droom', area: 'traits' }, 'Onze wijk')).toBe('traits');
  });
});
