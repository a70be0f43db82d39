#include "style.hpp"

namespace abstat {

// Plain colours and no variables: programs that turn a plot into a picture know no others.
std::string_view plot_style() {
  return R"(.plot{display:block;overflow:visible}
.plot text{fill:#1b1f24;font-size:13px;stroke:#fff;stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
.plot .small{font-size:12px;fill:#4d5661}
.plot .strong{font-weight:600}
.plot .heading{font-weight:600;font-size:16px}
.plot .paper{fill:#fff}
.plot .grid{stroke:#dde2e8;stroke-width:1}
.plot .axis{stroke:#6b7683;stroke-width:1}
.plot .one{stroke:#4d5661;stroke-width:1.5;stroke-dasharray:5 3}
.plot .band{fill:#e9edf2}
.plot .track{stroke:#c3cbd4;stroke-width:2}
.plot .span{stroke-width:4;stroke-linecap:round;stroke-opacity:.55}
.plot .path{stroke-width:1.75;stroke-opacity:.8}
.plot .c0{fill:#0b62a8;stroke:#0b62a8}
.plot .c1{fill:#b3400b;stroke:#b3400b}
.plot .c2{fill:#0a6b4f;stroke:#0a6b4f}
.plot .c3{fill:#7d5200;stroke:#7d5200}
.plot .c4{fill:#a0337d;stroke:#a0337d}
.plot .c5{fill:#4f5d6e;stroke:#4f5d6e}
.plot .ring{fill:#fff;stroke-width:2}
)";
}

std::string_view plot_style_on_dark() {
  return R"(@media screen and (prefers-color-scheme:dark){
.plot text{fill:#e6e8eb;stroke:#14171c}
.plot .small{fill:#aeb6c0}
.plot .paper{fill:#14171c}
.plot .grid{stroke:#2c333d}
.plot .axis{stroke:#8a94a0}
.plot .one{stroke:#aeb6c0}
.plot .band{fill:#222933}
.plot .track{stroke:#48525e}
.plot .c0{fill:#6cb6ff;stroke:#6cb6ff}
.plot .c1{fill:#ff9d66;stroke:#ff9d66}
.plot .c2{fill:#56d3a6;stroke:#56d3a6}
.plot .c3{fill:#e3b341;stroke:#e3b341}
.plot .c4{fill:#f39ad4;stroke:#f39ad4}
.plot .c5{fill:#aab7c8;stroke:#aab7c8}
.plot .ring{fill:#14171c}
}
)";
}

std::string_view page_style() {
  return R"(:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#4d5661;--line:#d5dbe2;--panel:#f4f6f8;
--link:#0b57a4;--good:#0a6b4f;--bad:#b3400b;--doubt:#7a4291}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:56rem;padding:1.5rem 1.5rem 4rem;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.3rem;line-height:1.25;margin:3rem 0 .6rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.02rem;margin:1.6rem 0 .4rem}
p{margin:.6rem 0;max-width:46rem}
a{color:var(--link)}
.lead{color:var(--soft)}
.answer{font-size:1.16rem;line-height:1.45;font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:.8rem 0;padding:0}
figure{margin:1.1rem 0}
figcaption{font-weight:600;margin:0 0 .6rem}
figcaption span{display:block;font-weight:400;font-size:.88rem;color:var(--soft)}
.scroll{overflow-x:auto;margin:.8rem 0}
.scroll:focus-visible,summary:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;font-size:.86rem;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:.2rem 0 .4rem}
th,td{padding:.3rem .8rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);
overflow-wrap:break-word;min-width:3.5rem;max-width:26rem}
thead th{font-weight:600;color:var(--soft);white-space:nowrap;vertical-align:bottom}
.n{text-align:right;white-space:nowrap}
.good{color:var(--good)}.bad{color:var(--bad)}.doubt{color:var(--doubt)}
td.good,td.bad,td.doubt{font-weight:600}
ul{padding-left:1.2rem;margin:.6rem 0}li{margin:.2rem 0}
.notes{font-size:.86rem;color:var(--soft)}
pre{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.7rem .9rem;margin:.7rem 0;
font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
details{margin:.8rem 0}summary{cursor:pointer;color:var(--link)}
.note{border:1px solid var(--line);border-radius:6px;margin:1rem 0;padding:.2rem 1rem}
.piece{padding:.45rem 0}.piece.judging{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,20rem);gap:.2rem 1.4rem}
.piece+.piece{border-top:1px dotted var(--line)}
.said{min-width:0}.said p{margin:0}.head{font-weight:700}.code{font:13px/1.5 ui-monospace,monospace}
.report{color:var(--soft);font-size:.86rem}
.judged{font-size:.84rem;line-height:1.4;margin:0;padding:0;list-style:none}
.judged li{margin:0 0 .45rem}
mark{background:none;color:inherit;text-decoration-line:underline;text-decoration-thickness:2.5px;
text-underline-offset:3px}
mark.good{text-decoration-color:var(--good)}
mark.bad{text-decoration-color:var(--bad);text-decoration-style:wavy;text-decoration-thickness:1.5px}
mark.doubt{text-decoration-color:var(--doubt);text-decoration-style:dotted}
.said sup{font-size:.7em;padding-left:.15em;line-height:0}
.line{color:var(--soft);font-size:.8em}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.86rem}
@media(max-width:640px){body{padding:1rem 1.1rem 3rem}.piece.judging{grid-template-columns:minmax(0,1fr)}
td:not(.n){min-width:9rem;max-width:16rem;overflow-wrap:anywhere}h2{margin-top:2.2rem}}
@page{size:A4;margin:16mm 14mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt}nav{display:none}.scroll{overflow:visible}
table{font-size:8pt}th,td{max-width:none;padding-right:.5rem}
figure,.plot,tr,.piece,pre,li{break-inside:avoid}h2,h3,caption,figcaption,thead,.answer,.piece:has(.head){break-after:avoid}
p,li{orphans:3;widows:3}details:not([open]){display:none}}
)";
}

std::string_view page_style_on_dark() {
  return R"(@media screen and (prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e6e8eb;--soft:#aeb6c0;
--line:#343c47;--panel:#1c2128;--link:#7cc0ff;--good:#56d3a6;--bad:#ff9d66;--doubt:#d6b0ff}}
)";
}

}  // namespace abstat
