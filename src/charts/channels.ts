import type { NativeChart } from '../document/drawing.ts';
import type { Channel } from './unit-specs.ts';

/** Whether a channel reads a field of the rows. */
export const isField = (channel: Channel | undefined): boolean => typeof channel?.field === 'string';

/** Whether a channel names categories, one place each. */
export const isCategory = (channel: Channel | undefined): boolean =>
  isField(channel) &&
  (channel?.type === 'nominal' || channel?.type === 'ordinal') &&
  channel.timeUnit === undefined;

/** A number as it is, on a linear scale from zero that the spec does not bend, cut or turn round. */
export const isPlainValue = (channel: Channel | undefined): boolean =>
  isField(channel) &&
  channel?.type === 'quantitative' &&
  channel.aggregate === undefined &&
  channel.bin === undefined &&
  (channel.scale === undefined || isRoomOnly(channel.scale));

/** Whether a channel is the same at every mark: zero. */
export const isConstantZero = (channel: Channel | undefined): boolean => channel?.datum === 0;

const isRoomOnly = (scale: unknown): boolean =>
  isNode(scale) &&
  Object.entries(scale).every(([key, value]) =>
    key === 'zero' ? value === true : key === 'nice' || key === 'padding',
  );

/** The title a spec gives an axis. */
export function titleOf(channel: Channel | undefined): string | undefined {
  const own = isNode(channel?.axis) ? channel.axis.title : undefined;
  const found = own ?? channel?.title;
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The axis of a value channel in Word's terms; undefined where the spec chooses its labels itself. */
export function valueAxis(channel: Channel | undefined): NativeChart['valueAxes'][number] | undefined {
  const axis = channel?.axis;
  const title = titleOf(channel);
  if (axis === null) return { isShown: false, hasGrid: false };
  const own = isNode(axis) ? axis : {};
  if (['values', 'format', 'labelExpr', 'orient'].some((key) => key in own)) return undefined;
  return {
    isShown: own.labels !== false,
    hasGrid: own.grid !== false,
    ...(title !== undefined && { title }),
  };
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
