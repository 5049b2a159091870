// What identifies a person in a free text, as rules.md reads it.
const identityNumber =
  /(?<!\p{Nd})(?:18|19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[-+]?[0-9]{4}(?!\p{Nd})/gu;
const phoneNumber = /(?<![\p{L}\p{Nd}\-\u2010\u2011])(?:\+[0-9]|0)(?:[\p{Zs}\-\u2010\u2011()]*[0-9]){7,12}(?!\p{Nd})/u;
const isoDate = /(?<!\p{Nd})[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?!\p{Nd})/gu;
const address =
  /[\p{L}\p{N}_%+'&-](?:[\p{L}\p{N}._%+'&-]{0,63})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})/iu;
const graphemes = new Intl.Segmenter('sv');

export function isPersonal(text) {
  const hasDigits = /(?:[0-9][^0-9]*){8}/.test(text);
  return (
    (hasDigits && [...text.matchAll(identityNumber)].some(([number]) => hasRightCheckDigit(number))) ||
    (hasDigits && phoneNumber.test(text.replace(isoDate, '|'))) ||
    (text.includes('@') && address.test(text))
  );
}

export function lengthOf(text) {
  return /[^ -\u02ff]/.test(text) ? [...graphemes.segment(text)].length : text.length;
}

function hasRightCheckDigit(number) {
  const digits = number.replace(/[^0-9]/g, '').slice(-10);
  let sum = 0;
  for (let place = 0; place < 10; place++) {
    const digit = Number(digits[9 - place]) * (1 + (place % 2));
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
