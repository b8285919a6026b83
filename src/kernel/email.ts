/** Whether a text has the shape of an e-mail address; only a mail that arrives proves that it is one. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
