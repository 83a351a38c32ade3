import type { ValueType } from '../values/index.ts';
import type { NumberShape, Shape } from './shape.ts';

/** What a number counts, by its unit. */
const BY_UNIT: Record<string, ValueType> = { 学时: 'hours', 天: 'days', 元: 'money', 年度: 'year', 个月: 'months' };

/** The type of the value that a shape asks for; undefined for codes, names and other texts, and for what holds values. */
export function valueTypeOf(shape: Shape): ValueType | undefined {
  switch (shape.type) {
    case 'text':
      return shape.format === 'text' ? undefined : shape.format;
    case 'boolean':
      return 'yes-no';
    case 'number':
    case 'integer':
      return numberType(shape);
    default:
      return undefined;
  }
}

function numberType({ type, limits, units }: NumberShape): ValueType {
  for (const unit of units) if (BY_UNIT[unit]) return BY_UNIT[unit];
  return type === 'number' && limits.maximum === 1 ? 'share' : 'count';
}
