import { describe, expect, it } from 'vitest';
import { bundledFaces, typefaceFor } from '../../src/fonts/faces.ts';
import { loadMetrics } from '../../src/fonts/metrics.ts';
import { createHost } from '../../src/host.ts';

const metrics = await loadMetrics(createHost());

describe('text width', () => {
  it('is one em a Chinese character, in every face', () => {
    for (const face of ['sans-400', 'sans-700', 'serif-400', 'serif-700'] as const) {
      expect(metrics.textWidth('专利授权量', face, 12)).toBeCloseTo(60, 6);
    }
  });

  it('is the face’s own for digits and Latin', () => {
    const regular = metrics.textWidth('25143', 'sans-400', 12);
    // A digit is 555 thousandths of an em wide in Noto Sans SC.
    expect(regular).toBeCloseTo(5 * 0.555 * 12, 1);
    expect(metrics.textWidth('25143', 'sans-700', 12)).toBeGreaterThan(regular);
  });

  it('grows with the size and adds up', () => {
    const text = '5274件';
    expect(metrics.textWidth(text, 'serif-400', 24)).toBeCloseTo(
      2 * metrics.textWidth(text, 'serif-400', 12),
      6,
    );
    expect(metrics.textWidth('', 'serif-400', 12)).toBe(0);
  });

  it('refuses a face that was not loaded', async () => {
    const sans = await loadMetrics(createHost(), [typefaceFor(bundledFaces, 'Noto Sans SC', 400)]);
    expect(() => sans.textWidth('一', 'serif-400', 12)).toThrow('serif-400');
  });
});

describe('uncovered characters', () => {
  it('are each named once, in order', () => {
    expect(metrics.uncoveredCharacters('厦门\u{1F600}市\u0E01\u{1F600}')).toEqual(['\u{1F600}', '\u0E01']);
  });

  it('are none in ordinary text', () => {
    expect(
      metrics.uncoveredCharacters('〔2022〕第5号：“知识产权”——《纲要》，％、·①\n\t', 'serif-400'),
    ).toEqual([]);
  });
});
