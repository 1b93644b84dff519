// @ts-check
// The first of many records in an order, without sorting them all.

/**
 * @param {Iterable<number>} records @param {number} count
 * @param {(a: number, b: number) => number} order negative if the first comes first
 * @returns {number[]} the first `count`, in order
 */
export function first(records, count, order) {
  /** @type {number[]} */
  const heap = []; // the last of the kept at the root
  for (const record of records) {
    if (heap.length < count) {
      heap.push(record);
      rise(heap, order);
    } else if (count && order(record, heap[0]) < 0) {
      heap[0] = record;
      sink(heap, order);
    }
  }
  return heap.sort(order);
}

/** @param {number[]} heap @param {(a: number, b: number) => number} order */
function rise(heap, order) {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (order(heap[at], heap[above]) <= 0) return;
    [heap[at], heap[above]] = [heap[above], heap[at]];
    at = above;
  }
}

/** @param {number[]} heap @param {(a: number, b: number) => number} order */
function sink(heap, order) {
  let at = 0;
  for (;;) {
    let last = at;
    for (const below of [2 * at + 1, 2 * at + 2]) {
      if (below < heap.length && order(heap[below], heap[last]) > 0) last = below;
    }
    if (last === at) return;
    [heap[at], heap[last]] = [heap[last], heap[at]];
    at = last;
  }
}
