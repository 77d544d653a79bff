import type { ChartRow, Drawing, NativeChart } from '../../src/document/drawing.ts';

/** Rows of a sample chart: label, value, unit. */
export type SampleRow = readonly [label: string, value: number, unit: string];

const width = 605;
const barHeight = 22;
const step = 38;
const left = 118;
const face = 'font-family="Noto Sans SC" font-size="12px"';

/** A horizontal bar chart as the draw stage makes them: 160 mm wide, text in the theme's sans at 12 px. */
export function barDrawing(chart: string, rows: readonly SampleRow[], alt: string): Drawing {
  const height = rows.length * step + 8;
  const largest = Math.max(...rows.map(([, value]) => value));
  const scale = (width - left - 90) / largest;
  const marks = rows.map(([label, value, unit], index) => {
    const top = index * step + 8;
    const length = value * scale;
    const fill = index === 0 ? '#0F4C81' : '#7CA3C7';
    return `<text ${face} text-anchor="end" x="${left - 10}" y="${top + 16}" fill="#1B2330">${label}</text>
<path d="M${left},${top}h${length.toFixed(1)}v${barHeight}h-${length.toFixed(1)}Z" fill="${fill}"/>
<text ${face} x="${(left + length + 8).toFixed(1)}" y="${top + 16}" fill="#1B2330">${value}${unit}</text>`;
  });
  const axis = `<path d="M${left}.5,0v${height}" stroke="#5B6573" fill="none"/>`;
  return {
    chart,
    svg: svg(width, height, `${marks.join('\n')}\n${axis}`),
    width,
    height,
    alt,
    rows: rows.map((row) => chartRow(row)),
    native: nativeBars(chart, rows, {
      x: left / width,
      y: 4 / height,
      width: (width - left - 90) / width,
      height: 1 - 8 / height,
    }),
  };
}

/** The same bars as Word has them: the first in the strong colour, the others paler. */
function nativeBars(chart: string, rows: readonly SampleRow[], plot: NativeChart['plot']): NativeChart {
  return {
    isHorizontal: true,
    stacking: 'none',
    categories: rows.map(([label]) => label),
    series: [
      {
        name: chart,
        kind: 'bar',
        values: rows.map(([, value]) => value),
        labels: rows.map(([, value, unit]) => ({
          text: `${value}${unit}`,
          position: 'outside',
          color: '1B2330',
        })),
        color: '7CA3C7',
        colors: rows.map((_, index) => (index === 0 ? '0F4C81' : null)),
      },
    ],
    workbook: { sheet: '数据', corner: '单位：件', labels: '标注' },
    plot,
    bars: { gap: 75, overlap: 0 },
    hasLegend: false,
    valueAxes: [{ isShown: false, hasGrid: false }],
    hasCategoryAxis: true,
  };
}

/** Yearly columns, for a second shape of chart. */
export function columnDrawing(chart: string, rows: readonly SampleRow[], alt: string): Drawing {
  const height = 226;
  const base = height - 28;
  const largest = Math.max(...rows.map(([, value]) => value));
  const pitch = width / rows.length;
  const marks = rows.map(([label, value, unit], index) => {
    const middle = pitch * (index + 0.5);
    const tall = (value / largest) * (base - 30);
    return `<path d="M${(middle - 22).toFixed(1)},${base}v-${tall.toFixed(1)}h44v${tall.toFixed(1)}Z" fill="${index === rows.length - 1 ? '#0F4C81' : '#B9CFE2'}"/>
<text ${face} text-anchor="middle" x="${middle.toFixed(1)}" y="${(base - tall - 8).toFixed(1)}" fill="#1B2330">${value}${unit}</text>
<text ${face} text-anchor="middle" x="${middle.toFixed(1)}" y="${base + 20}" fill="#5B6573">${label}</text>`;
  });
  const axis = `<path d="M0,${base}.5h${width}" stroke="#5B6573" fill="none"/>`;
  return {
    chart,
    svg: svg(width, height, `${marks.join('\n')}\n${axis}`),
    width,
    height,
    alt,
    rows: rows.map((row) => chartRow(row)),
  };
}

/** The cover's ornament: fine vertical bars, one a highlight. Its alternative text is empty. */
export function motifDrawing(shares: readonly number[]): Drawing {
  const marks = shares.map((share, index) => {
    const tall = Math.round(share * 360);
    return `<path d="M${index * 60 + 2},360v-${tall}h10v${tall}Z" fill="#FFFFFF" fill-opacity="${(0.25 + share * 0.5).toFixed(2)}"/>`;
  });
  return { chart: 'motif', svg: svg(605, 362, marks.join('\n')), width: 605, height: 362, alt: '', rows: [] };
}

function svg(wide: number, high: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">\n${content}\n</svg>`;
}

function chartRow([label, value, unit]: SampleRow): ChartRow {
  return { label, value, unit, text: `${value}${unit}`, figure: `sample/2022/${label}`, period: '2022' };
}
