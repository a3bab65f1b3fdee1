import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';

/** A group of a score table with the interval its score can lie in. */
export interface Axis {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

interface Spoke {
  readonly name: string;
  readonly score: string;
  readonly x: number;
  readonly y: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Radar {
  /** where the picture begins and ends, labels included */
  readonly top: number;
  readonly bottom: number;
  readonly rings: readonly number[];
  readonly spokes: readonly Spoke[];
  /** SVG paths around the centre */
  readonly low: string;
  readonly high: string;
  /** the score is one number, not an interval */
  readonly sure: boolean;
}

/** Fewer than three axes make no figure: bars tell it better. */
const FEWEST_AXES = 3;
const LABEL_GAP = 16;
/** A label has two lines: name and score. */
const LINE = 15;

export const spanText = (low: number, high: number): string => (low === high ? `${low}` : `${low}至${high}`);
const shareOf = (value: number, max: number): number => (max > 0 ? value / max : 0);
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** A radar over the groups of a score table; every axis runs from 0 to the group's full marks. */
export const radarOf = (axes: readonly Axis[], radius: number): Radar | undefined => {
  if (axes.length < FEWEST_AXES) return undefined;
  const distance = scaleLinear([0, 1], [0, radius]).clamp(true);
  const angle = (index: number): number => (2 * Math.PI * index) / axes.length;
  const outline = (end: 'low' | 'high'): string =>
    lineRadial<Axis>()
      .angle((_axis, index) => angle(index))
      .radius((axis) => distance(shareOf(axis[end], axis.max)))
      .curve(curveLinearClosed)
      .digits(2)([...axes]) ?? '';
  const spokes = axes.map((axis, index) => {
    const [dx, dy] = [Math.sin(angle(index)), -Math.cos(angle(index))];
    const anchor = Math.abs(dx) < 0.1 ? 'middle' : dx > 0 ? 'start' : 'end';
    return {
      name: axis.name,
      score: `${spanText(axis.low, axis.high)}/${axis.max}`,
      x: rounded(dx * radius),
      y: rounded(dy * radius),
      labelX: rounded(dx * (radius + LABEL_GAP)),
      labelY: rounded(dy * (radius + LABEL_GAP) - (anchor === 'middle' && dy < 0 ? LINE : 0)),
      anchor,
    } as const;
  });
  return {
    top: Math.min(-radius, ...spokes.map(({ labelY }) => labelY - LINE)) - 4,
    bottom: Math.max(radius, ...spokes.map(({ labelY }) => labelY + LINE)) + 8,
    rings: [0.25, 0.5, 0.75, 1].map((share) => rounded(distance(share))),
    spokes,
    low: outline('low'),
    high: outline('high'),
    sure: axes.every((axis) => axis.low === axis.high),
  };
};
