import * as v from 'valibot';
import { isId, type AnyId } from '../base/ids.ts';
import type { Matrix } from '../geometry/matrix.ts';
import { PALETTE, type InkColor } from './palette.ts';

/** The type without `readonly` at any depth, as schemas infer it. */
export type Writable<Type> = Type extends string | number | boolean | null ? Type : { -readonly [Key in keyof Type]: Writable<Type[Key]> };

/**
 * Does not compile unless a schema that takes `Input` takes every value of `Type` as well: the half of the proof
 * that a schema and its type are one (the other half is the schema's annotation with the type as its output).
 */
export type Takes<Type extends Input, Input> = Type;

/** An id of the kind asked for. */
export function idSchema<Id extends AnyId>(): v.GenericSchema<Id, Id> {
  return v.custom<Id>((value) => typeof value === 'string' && isId(value), 'not an id');
}

/** Records by id. Unlike the type that valibot infers, no value may be missing: what is not there has no key. */
export function recordSchema<Id extends AnyId, In, Out>(value: v.GenericSchema<In, Out>): v.GenericSchema<{ [Key in Id]: In }, { [Key in Id]: Out }> {
  return v.record(idSchema<Id>(), value) as unknown as v.GenericSchema<{ [Key in Id]: In }, { [Key in Id]: Out }>;
}

/** A place or length in board units, far beyond any board but never infinite. */
export const lengthSchema = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e7));
/** A width, size or other length that cannot be negative. */
export const sizeSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e6));
/** A share or setting between 0 and 1. */
export const shareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Ms since 1970, within what a `Date` can hold. */
export const timeMsSchema = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(8.64e15));
/** A whole number of people, dots or corrections. */
export const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6));

/** One line: a title, name, label. */
export const lineSchema = v.pipe(v.string(), v.maxLength(1000));
/** Running text. */
export const textSchema = v.pipe(v.string(), v.maxLength(20_000));
/** A fractional index. It grows when one keeps inserting at the same place, hence the generous bound. */
export const orderSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+$/), v.maxLength(4000));

/** An affine transform; whether it flattens the plane is the command's business. */
export const matrixSchema: v.GenericSchema<Matrix, Matrix> = v.tuple([lengthSchema, lengthSchema, lengthSchema, lengthSchema, lengthSchema, lengthSchema]);
export const pointSchema = v.object({ x: lengthSchema, y: lengthSchema });

const isInkColor = (value: unknown): boolean =>
  typeof value === 'string' && (Object.hasOwn(PALETTE, value) || /^#[0-9a-fA-F]{6}$/.test(value));
/** A name of the marker set or `#rrggbb`. */
export const inkColorSchema = v.custom<InkColor>(isInkColor, 'not a colour');
