import type { Face } from './faces.ts';

/**
 * The letters that each face has, as ranges of code points in hexadecimal, read off the font files (a test compares them).
 * Private-use, control and format characters are left out: they are no letters. Of the signs and the emoji only those are here
 * that nobody would rather have from another face.
 */
const RANGES: Readonly<Record<Face, string>> = {
  CaveatBrush:
    '20-7e a0-ac ae-17e 18f 192 1c4-1cc 1ea-1eb 1f1-1f5 1fa-21b 237 259 2bc 2c6-2c7 2c9 2d8-2dd 30f 311 394 3a9 3bc 3c0 1e0c-1e0d ' +
    '1e24-1e25 1e44-1e45 1e5a-1e5b 1e62-1e63 1e6c-1e6d 1e80-1e85 1e92-1e93 1eb8-1eb9 1ebc-1ebd 1eca-1ecd 1ee4-1ee5 1ef2-1ef3 ' +
    '1ef8-1ef9 2013-2014 2018-201a 201c-201e 2020-2022 2026 2030 2039-203a 2044 2070 2074-2079 2080-2089 20a1 20a3-20a4 20a6 20a9 ' +
    '20ac 20b9-20ba 2113 2116 2120 2122 2126 212e 2153-2154 215b-215e 2202 2206 220f 2211-2212 2215 2219-221a 221e 222b 2248 2260 ' +
    '2264-2265 25ca fb00-fb01 fb03',
  PatrickHand:
    '20-7e a0-ac ae-b4 b6-17f 192 1a0-1a1 1af-1b0 1cd-1d4 1f0 1fa-1ff 218-21b 237 2bc 2c6-2c7 2d8-2dd 2f3 300-301 303 309 30f 31b 323 ' +
    '325-326 3a9 3bb-3bc 3c0 1e00-1e01 1e3e-1e3f 1e80-1e85 1ea0-1ef9 2013-2014 2018-201a 201c-201e 2020-2022 2026 2030 2039-203a 2044 ' +
    '2070 2074-2079 207f 20a3-20a4 20a7 20ab-20ac 2122 2211-2212 221a 221e 222b 2248 2260 2264-2265 25ca 2665 275b-275e 2766-2767',
  PermanentMarker:
    '20-7e a0-ac ae-ff 131 141-142 152-153 160-161 178 17d-17e 2c6-2c7 2d8-2dd 2013-2014 2018-201a 201c-201e 2022 2026 2030 2039-203a ' +
    '2044 20ac 2206 2212 2248 fb01-fb02',
  AtkinsonHyperlegible:
    '20-7e a0-ac ae-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-12f 131 136-137 13b-13e 141-148 150-155 158-15b 15e-165 16a-16b ' +
    '16e-173 178-17e 192 218-21b 2c6-2c7 2d8-2dd 300-304 306-308 30a-30c 326-328 394 3a9 3bc 3c0 2013-2014 2018-201a 201c-201e ' +
    '2020-2022 2026 2030 2039-203a 2044 2074 20ac 2113 2122 212e 2202 220f 2211-2212 2215 2219-221a 221e 222b 2248 2260 2264-2265 ' +
    '25ca',
  AtkinsonHyperlegibleBold:
    '20-7e a0-ac ae-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-12f 131 136-137 13b-13e 141-148 150-155 158-15b 15e-165 16a-16b ' +
    '16e-173 178-17e 192 218-21b 2c6-2c7 2d8-2dd 300-304 306-308 30a-30c 326-328 394 3a9 3bc 3c0 2013-2014 2018-201a 201c-201e ' +
    '2020-2022 2026 2030 2039-203a 2044 2074 20ac 2113 2122 212e 2202 220f 2211-2212 2215 2219-221a 221e 222b 2248 2260 2264-2265 ' +
    '25ca',
  NotoNaskhArabic:
    '20-7e a0-a3 a5 a7-ab ae-b0 b4 b6-b8 ba-bb bf-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-131 136-137 139-13e 141-148 150-155 ' +
    '158-15b 15e-161 164-165 16a-16b 16e-17e 218-21b 237 2c6-2c7 2c9 2d8-2dd 300-304 306-308 30a-30c 326-328 606-61b 61d-6dc 6de-6ff ' +
    '750-77f 870-88e 898-8e1 8e3-8ff 1e80-1e85 1e9e 1ef2-1ef3 2009 2010 2013-2014 2018-201a 201c-201e 2022 2026 202f 2039-203a 204f ' +
    '20ac 20c1 2122 2212 221a 25cc 2e41 fb50-fbc2 fbd3-fd8f fd92-fdc7 fdcf fdf0-fdff fe70-fe74 fe76-fefc 10efd-10eff',
  NotoSans:
    '20-7e a0-ac ae-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 900-97f 10fb 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 ' +
    '1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef ' +
    '1ff2-1ff4 1ff6-1ffe 2000-200a 2010-2027 202f-205f 2070-2071 2074-208e 2090-209c 20a0-20c0 20f0 2100-215f 2183-2184 2189 2212 ' +
    '25cc 2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a8ff a92e ab30-ab6b fb00-fb06 fe00 fe20-fe2f ' +
    'fffc-fffd 10780-10785 10787-107b0 107b2-107ba 1df00-1df1e',
  NotoSansHebrew:
    '20-7e a0-a3 a5 a7-ab ae-b0 b4 b6-b8 ba-bb bf-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-131 136-137 139-13e 141-148 150-155 ' +
    '158-15b 15e-161 164-165 16a-16b 16e-17e 218-21b 237 2c6-2c7 2c9 2d8-2dd 300-304 306-308 30a-30c 326-328 34f 591-5c7 5d0-5ea 5ef-5f4 ' +
    '1e80-1e85 1e9e 1ef2-1ef3 2010 2013-2014 2018-201a 201c-201e 2022 2026 2039-203a 20aa 20ac 2122 2212 25cc fb1d-fb36 fb38-fb3c fb3e ' +
    'fb40-fb41 fb43-fb44 fb46-fb4f',
  NotoSansTifinagh:
    '20-7e 2d30-2d67 2d6f-2d70 2d7f',
  NotoSansMath:
    '2190-2300 2302 2308-230b 25a0-25ff 2605-2606 2609 2660-2667 2669-266f 2713 2720 27e6-27ff',
  NotoEmoji:
    'a9 ae 203c 2049 20e3 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 23cf 23e9-23f3 23f8-23fa 24c2 25aa-25ab 25b6 25c0 25fb-25fe ' +
    '2600-2604 260e 2611 2614-2615 2618 261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640 2642 2648-2653 265f-2660 2663 2665-2666 2668 ' +
    '267b 267e-267f 2692-2697 2699 269b-269c 26a0-26a1 26a7 26aa-26ab 26b0-26b1 26bd-26be 26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea ' +
    '26f0-26f5 26f7-26fa 26fd 2702 2705 2708-270d 270f 2712 2714 2716 271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 2763-2764 ' +
    '2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07 2b1b-2b1c 2b50 2b55 3030 303d 3297 3299 1f004 1f0cf 1f170-1f171 1f17e-1f17f 1f18e ' +
    '1f191-1f19a 1f1e6-1f1ff 1f201-1f202 1f21a 1f22f 1f232-1f23a 1f250-1f251 1f300-1f321 1f324-1f393 1f396-1f397 1f399-1f39b 1f39e-1f3f0 ' +
    '1f3f3-1f3f5 1f3f7-1f4fd 1f4ff-1f53d 1f549-1f54e 1f550-1f567 1f56f-1f570 1f573-1f57a 1f587 1f58a-1f58d 1f590 1f595-1f596 1f5a4-1f5a5 ' +
    '1f5a8 1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa-1f64f 1f680-1f6c5 1f6cb-1f6d2 ' +
    '1f6d5-1f6d9 1f6dc-1f6e5 1f6e9 1f6eb-1f6ec 1f6f0 1f6f3-1f6fc 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1fa7c ' +
    '1fa80-1fac6 1fac8 1facc-1fadd 1fadf-1faeb 1faef-1fafa',
};

type Range = readonly [number, number];
const parsed = new Map<Face, readonly Range[]>();

function rangesOf(face: Face): readonly Range[] {
  let ranges = parsed.get(face);
  if (!ranges) {
    ranges = RANGES[face].split(' ').map((part): Range => {
      const [from = '', to = from] = part.split('-');
      return [parseInt(from, 16), parseInt(to, 16)];
    });
    parsed.set(face, ranges);
  }
  return ranges;
}

/** Whether a face has a glyph for a code point. */
export function faceHas(face: Face, codePoint: number): boolean {
  const ranges = rangesOf(face);
  let low = 0, high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle] as Range;
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return true;
  }
  return false;
}
