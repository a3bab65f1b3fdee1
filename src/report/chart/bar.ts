import { scaleLinear } from 'd3-scale';
import { type Distance, shareOfBound } from '../../assess/index.ts';
import { formatQuantity } from '../../base/quantity.ts';
import { compare, ONE, type Ratio, ratio, sign, toNumber } from '../../base/ratio.ts';

/** The scale all bars share: 0 to twice the threshold, the threshold itself in the middle. Positions in % of the width. */
const MOST = 2;
const position = scaleLinear([0, MOST], [0, 100]).clamp(true);
export const THRESHOLD_AT = position(1);
export const BAR_TICKS = [0, 0.5, 1, 1.5, 2].map((share) => ({
  at: position(share),
  text: share === 1 ? '门槛' : `${share * 100}%`,
}));

export interface Bar {
  /** what is sure */
  readonly solid: number;
  /** what is still possible, beyond the sure part */
  readonly open?: { readonly from: number; readonly to: number };
  /** goes on past the right end */
  readonly beyond: boolean;
  /** lies below 0 */
  readonly negative: boolean;
  /** the side of the threshold on which the criterion is met */
  readonly good: 'left' | 'right';
}

const TWICE = ratio(MOST);
const place = (share: Ratio): number => Math.round(position(toNumber(share)) * 1000) / 1000;

/** Geometry of one bar; none where nothing is known or the bound gives no scale. */
export const barOf = ({ stand, bound }: Distance): Bar | undefined => {
  if (stand.state !== 'known') return undefined;
  const low = shareOfBound(stand.low, bound);
  if (low === undefined) return undefined;
  const high = stand.high === undefined ? undefined : shareOfBound(stand.high, bound);
  const isSure = high !== undefined && compare(low, high) === 0;
  const end = high ?? TWICE;
  return {
    solid: place(low),
    ...(isSure ? {} : { open: { from: place(low), to: place(end) } }),
    beyond: compare(isSure ? low : end, TWICE) > 0 || high === undefined,
    negative: sign(low) < 0,
    good: bound.relation === 'atLeast' || bound.relation === 'above' ? 'right' : 'left',
  };
};

const percent = (share: Ratio): string => formatQuantity(share, 'percent', '%', ONE);

/** 98.3% of the threshold; never shown as 100% unless it is exactly that. */
export const shareText = ({ stand, bound }: Distance): string => {
  if (stand.state !== 'known') return '';
  const low = shareOfBound(stand.low, bound);
  if (low === undefined) return '';
  if (stand.high === undefined) return `至少${percent(low)}`;
  const high = shareOfBound(stand.high, bound) ?? low;
  return compare(low, high) === 0 ? percent(low) : `${percent(low)}至${percent(high)}`;
};

/** For a cell that draws its own bar: actual / threshold where it is one sure number. */
export const shareNumber = ({ stand, bound }: Distance): number | undefined => {
  if (stand.state !== 'known' || stand.high === undefined || compare(stand.low, stand.high) !== 0)
    return undefined;
  const share = shareOfBound(stand.low, bound);
  return share === undefined ? undefined : toNumber(share);
};

/** The figure as people write it, with digits enough that it never looks equal to the threshold when it is not. */
export const figureText = ({ stand, bound }: Distance): string => {
  const text = (value: Ratio): string => formatQuantity(value, bound.dimension, bound.unit, bound.value);
  switch (stand.state) {
    case 'missing':
      return '缺资料';
    case 'undefined':
      return stand.reason;
    case 'known':
      if (stand.high === undefined) return `至少${text(stand.low)}`;
      return compare(stand.low, stand.high) === 0
        ? text(stand.low)
        : `${text(stand.low)}至${text(stand.high)}`;
  }
};

const CELLS = 10;
/** The bar in signs, ten to the threshold: full only where the threshold is reached. */
export const signBar = ({ stand, bound }: Distance): string => {
  const share = stand.state === 'known' ? shareOfBound(stand.low, bound) : undefined;
  if (share === undefined) return '';
  const full = Math.max(0, Math.min(CELLS, Math.floor(toNumber(share) * CELLS)));
  return '■'.repeat(full) + '□'.repeat(CELLS - full);
};
