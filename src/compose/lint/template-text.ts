import Handlebars from 'handlebars';
import { callMark, offsets, placesIn, type Passage } from './passage.ts';

/**
 * What a template prints itself, on the places where it stands in the file: tags are line breaks, calls and everything
 * else in braces are `callMark`.
 */
export function readTemplateText(program: hbs.AST.Program, source: string, file: string): Passage {
  const kept = new Array<string>(source.length).fill(callMark);
  const offsetOf = offsets(source);
  class Contents extends Handlebars.Visitor {
    override ContentStatement({ loc }: hbs.AST.ContentStatement): void {
      for (let at = offsetOf(loc.start); at < offsetOf(loc.end); at += 1) kept[at] = source[at] ?? '';
    }
  }
  new Contents().accept(program);
  const placeOf = placesIn(source);
  return {
    text: withoutReferences(withoutTags(kept.join(''))),
    calls: [],
    isTyped: () => true,
    placeAt: (index) => ({ file, ...placeOf(index) }),
  };
}

/** Tags and comments of HTML as line breaks, as many as they have characters; calls inside them go with them. */
function withoutTags(text: string): string {
  return text.replace(/<!--[^]*?(?:-->|$)|<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, (tag) => '\n'.repeat(tag.length));
}

/** &#50; is a 2, &nbsp; is not text; both keep their length. */
function withoutReferences(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|\w+);/gi, (reference, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const character = code > 0 && code <= 0xffff ? String.fromCodePoint(code) : ' ';
    return character.padEnd(reference.length, ' ');
  });
}
