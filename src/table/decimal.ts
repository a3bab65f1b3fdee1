/**
 * Decimal text of a number as people typed it: 15 significant digits (what Excel keeps), never exponent notation.
 * @param shift power of ten to multiply by; 2 turns a fraction into percent without a rounding error
 */
export const decimalText = (value: number, shift = 0): string => {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/, '');
  if (digits === '') return '0';
  const point = Number(exponent) + 1 + shift;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  return `${value < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
};
