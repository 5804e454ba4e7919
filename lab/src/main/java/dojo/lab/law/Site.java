package dojo.lab.law;

import dojo.lab.item.Items;
import dojo.lab.store.Store;
import dojo.lab.time.Clock;

/**
 * One Region of a lab, as its laws see it.
 *
 * @param region the name of the Region, such as {@code us-east-1}
 * @param clock what time it is, and how to let it pass
 * @param dice the only source of chance
 * @param trace where each decision is explained
 * @param items the items, their images and their changes
 * @param leader the store itself, past all laws; write to it through {@code items}, so that no change goes unnoticed
 */
public record Site(String region, Clock clock, Dice dice, Trace trace, Items items, Store leader) {}
