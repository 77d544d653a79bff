type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The coordinate system a content stream is in, line by line. */
export class Transform {
  #current: Matrix = identity;
  readonly #saved: Matrix[] = [];

  /** Tell it an operator and its line. */
  follow(operator: string, line: string): void {
    if (operator === 'q') this.#saved.push(this.#current);
    else if (operator === 'Q') this.#current = this.#saved.pop() ?? identity;
    else if (operator === 'cm') this.#current = product(matrixOf(line), this.#current);
  }

  /** Where the origin of a text matrix (`1 0 0 -1 90 1075 Tm`) lies over the foot of the page, in points. */
  height(line: string): number {
    return product(matrixOf(line), this.#current)[5];
  }
}

function matrixOf(line: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = line.split(' ').map(Number);
  return [a, b, c, d, e, f];
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
