const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of an SVG, in the order they stand in it. */
export function drawnTexts(svg: string): string[] {
  return [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, '').replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole;
      return String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace(/^#/, '')));
    }),
  );
}
