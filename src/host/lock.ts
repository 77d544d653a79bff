/** A lock held. Everything here is done in one go, so that it can be done while the program is ending. */
export interface Lock {
  readonly release: () => void;
}
