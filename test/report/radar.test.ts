import { describe, expect, it } from 'vitest';
import { radarOf } from '../../src/report/chart/radar.ts';

const axis = (name: string, low: number, high: number, max: number) => ({ name, low, high, max });

describe('the radar of score groups', () => {
  const radar = radarOf(
    [axis('甲', 20, 20, 20), axis('乙', 5, 10, 10), axis('丙', 0, 30, 30), axis('丁', 10, 10, 40)],
    100,
  );

  it('puts the first group on top and the others clockwise', () => {
    expect(radar?.spokes.map(({ name, x, y, anchor }) => [name, x, y, anchor])).toEqual([
      ['甲', 0, -100, 'middle'],
      ['乙', 100, 0, 'start'],
      ['丙', 0, 100, 'middle'],
      ['丁', -100, 0, 'end'],
    ]);
  });

  it('draws the sure points inside and the possible ones outside', () => {
    expect(radar?.low).toBe('M0,-100L50,0L0,0L-25,0Z');
    expect(radar?.high).toBe('M0,-100L100,0L0,100L-25,0Z');
    expect(radar?.sure).toBe(false);
  });

  it('writes points and full marks', () => {
    expect(radar?.spokes.map(({ score }) => score)).toEqual(['20/20', '5至10/10', '0至30/30', '10/40']);
    expect(radar?.rings).toEqual([25, 50, 75, 100]);
  });

  it('needs three groups', () => {
    expect(radarOf([axis('甲', 1, 1, 2), axis('乙', 1, 1, 2)], 100)).toBeUndefined();
    expect(radarOf([axis('甲', 1, 1, 2), axis('乙', 1, 1, 2), axis('丙', 1, 1, 2)], 100)?.sure).toBe(true);
  });

  it('stays at the centre for a group without full marks', () => {
    expect(radarOf([axis('甲', 0, 0, 0), axis('乙', 1, 1, 1), axis('丙', 1, 1, 1)], 100)?.low).toMatch(
      /^M0,-?0L/,
    );
  });
});
