import { expect, test } from 'vitest';
import { sectionsToTighten, type SectionExtent } from '../../../src/render/pdf/fit.ts';

const height = 700;
const section = (
  id: string,
  firstPage: number,
  lastPage: number,
  bottom: number,
  follows = false,
): SectionExtent => ({
  id,
  follows,
  firstPage,
  lastPage,
  bottom,
});

test('a few lines on a last page are worth a tighter chapter, if they can find room before', () => {
  const chapters = [
    section('a', 0, 2, 60), // 60 points, two pages to take them up
    section('b', 3, 4, 80), // more than one page can take up
    section('c', 5, 9, 300), // nearly half a page
    section('d', 10, 10, 20), // no page before
  ];
  expect(sectionsToTighten(chapters, height)).toEqual(['a']);
});

test('sections that share pages are tightened together, and only up to that page', () => {
  const appendices = [
    section('a', 0, 1, 600),
    section('b', 1, 2, 300, true),
    section('c', 3, 4, 50, true),
    section('d', 5, 6, 500),
  ];
  expect(sectionsToTighten(appendices, height)).toEqual(['a', 'b', 'c']);
});
