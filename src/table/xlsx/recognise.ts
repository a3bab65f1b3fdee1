/** The fast reader met something it was not made for; the general reader takes over. */
export class NotRecognised extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NotRecognised';
  }
}
