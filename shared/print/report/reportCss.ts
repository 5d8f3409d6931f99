import { PALETTE } from '../../board/palette.ts';

/** How the report looks as a page, on a phone, and printed. Quiet text and lettering keep their contrast on white. */
export const REPORT_CSS = `
:root{color-scheme:light;--ink:${PALETTE.ink};--quiet:${PALETTE.stil};--line:${PALETTE.grijs2};--green:${PALETTE.groen};--wash:${PALETTE.perzik};--mint:${PALETTE.munt}}
*{box-sizing:border-box}
html{font:1.125rem/1.6 "Atkinson Hyperlegible",system-ui,sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:clamp(1rem,4vw,3.5rem);max-width:66rem;overflow-wrap:anywhere}
h1,h2,.words b,.pictures b,.facts b,.vote th,.vote .n,.points b,.carried b{font-family:"Caveat Brush","Atkinson Hyperlegible",cursive;font-weight:400;line-height:1.08}
h1{font-size:clamp(3rem,9vw,6.2rem);margin:0;padding-bottom:.12em;border-bottom:.09em solid var(--green);border-radius:0 0 .4em .1em/0 0 .12em .08em;display:inline-block;overflow-wrap:anywhere}
h2{font-size:clamp(2.2rem,5vw,3.2rem);margin:0 0 .6rem;padding-bottom:.1em;border-bottom:.08em solid var(--green);display:inline-block;border-radius:0 0 .3em .1em/0 0 .1em .06em;overflow-wrap:anywhere}
h3{font-size:1.4rem;line-height:1.3;margin:2.2rem 0 .6rem}
h4{font-size:1.15rem;line-height:1.35;margin:1.4rem 0 .3rem}
h5{font-size:1rem;margin:1rem 0 .2rem}
p{margin:.5rem 0;max-width:44rem}
ul,ol{margin:.5rem 0;padding-inline-start:1.4rem}
img{display:block;max-width:100%}
a{color:${PALETTE.blauw};text-underline-offset:.2em}
a:focus-visible{outline:3px solid ${PALETTE.blauw};outline-offset:3px}
section{margin-top:5.5rem}
.quiet{color:var(--quiet)}
.aloud{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cover{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:2rem 3rem;align-items:center}
.cover>div:only-child{grid-column:1/-1}
.kind,.place,.dream,.outcome,.carried span{font-family:"Patrick Hand","Atkinson Hyperlegible",cursive}
.kind{font-size:1.7rem;line-height:1.2;margin:0 0 .4rem;color:var(--quiet)}
.place{font-size:1.5rem;line-height:1.3;color:var(--quiet);margin:.8rem 0 0}
.dream{font-size:1.7rem;line-height:1.3;margin:1.4rem 0 0}
.hero{background:var(--wash);border-radius:52% 48% 47% 53%/50% 46% 54% 50%;padding:11%}
.hero img{width:100%;max-height:26rem;object-fit:contain}
.facts{list-style:none;padding:0;margin:1.8rem 0 0;display:flex;flex-wrap:wrap;gap:.8rem 2.4rem}
.facts b{display:block;font-size:2.2rem}
.facts span{color:var(--quiet);font-size:1rem}
nav{margin-top:3.5rem;padding-top:1.6rem;border-top:2px solid var(--line)}
nav h2{font-size:1.9rem;border:0;margin:0}
nav ol{columns:2;column-gap:3rem;padding-inline-start:1.5rem;max-width:44rem}
nav li{padding:.25rem 0}
nav a{display:inline-block;padding:.2rem 0}
.page{margin:0}
.page img{width:100%;height:auto;border:1px solid var(--line);background:#fff}
figcaption{margin-top:.5rem}
.outcome{font-size:1.55rem;line-height:1.3;margin:.2rem 0 .9rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.45rem 0;vertical-align:middle}
thead th{font:400 1rem/1.3 "Atkinson Hyperlegible",system-ui,sans-serif;color:var(--quiet);border-bottom:2px solid var(--line)}
tbody th{width:36%;padding-inline-end:1rem;font-size:1.75rem}
.vote thead th{font-family:"Atkinson Hyperlegible",system-ui,sans-serif}
.won th,.won .n{font-size:2.2rem}
.name{display:flex;align-items:center;gap:.8rem;overflow-wrap:anywhere}
.name small{font:400 1rem/1.3 "Atkinson Hyperlegible",system-ui,sans-serif;color:var(--quiet);display:block}
.name img{width:3.6rem;height:3.6rem;object-fit:contain;flex:none}
td{white-space:nowrap}
.bar{display:inline-block;vertical-align:middle;height:2.1rem;width:max(3px,calc((100% - 4.5rem)*var(--share)));border:3px solid var(--ink);border-radius:2px 5px 3px 6px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.n{display:inline-block;vertical-align:middle;margin-inline-start:.7rem;font-size:1.9rem}
.words{list-style:none;padding:0;display:flex;flex-wrap:wrap;align-items:flex-end;gap:1.4rem 2.6rem}
.words b{display:block;font-size:calc(2rem*var(--size))}
.words span,.pictures span{color:var(--quiet);font-size:1rem}
.pictures{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:2rem 1.6rem;text-align:center}
.wash{border-radius:50% 46% 52% 48%/47% 52% 48% 53%;height:13rem;padding:1.5rem;margin-bottom:.7rem;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.wash{display:flex;align-items:center;justify-content:center;overflow-wrap:anywhere}
.wash img{width:100%;height:100%;object-fit:contain}
.pictures b{display:block;font-size:2rem}
.points{padding-inline-start:2.4rem;max-width:52rem}
.points li{padding:.45rem 0}
.points li::marker{font-family:"Caveat Brush",cursive;font-size:1.6rem}
.points b{font-size:1.75rem}
.points span{display:block}
.carried{border:3px solid var(--ink);border-radius:8px 10px 7px 12px;background:var(--mint);padding:.9rem 1.3rem;max-width:none;display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.2rem 2rem;margin:1.6rem 0}
.carried b{font-size:1.8rem}
.carried span{font-size:1.3rem}
.labelled{list-style:none}
.columns{columns:24rem 2;column-gap:3.5rem}
.columns article{margin-bottom:2rem}
.columns article h3{margin-top:0;break-after:avoid}
h3,h4,h5,thead{break-after:avoid}
.vote table,.page,.words li,.pictures li,.points li,.carried{break-inside:avoid}
@media (max-width:44rem){.cover{grid-template-columns:minmax(0,1fr)}nav ol{columns:1}tbody th{width:44%;font-size:1.4rem}.won th,.won .n{font-size:1.6rem}.name{flex-wrap:wrap;gap:.3rem}section{margin-top:3.5rem}}
@page{size:A4;margin:16mm 18mm}
@media print{html{font-size:10.5pt}body{padding:0;max-width:none}section{break-before:page;margin-top:0}#over{break-before:auto;margin-top:3rem}.cover{min-height:150mm}.page img{max-height:225mm;width:auto}.lying img{max-height:104mm}.columns{columns:2;column-gap:2.5rem}.pictures{grid-template-columns:repeat(4,1fr);gap:1.5rem 1rem}.wash{height:9.5rem;padding:1rem}article{break-inside:avoid-page}.columns article{break-inside:auto}.hero,.carried{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit;text-decoration:none}figcaption{display:none}}
`.replace(/\n/g, '');
