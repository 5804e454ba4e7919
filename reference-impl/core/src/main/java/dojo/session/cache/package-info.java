/**
 * An optional cache of reads, to put around the requests of a memory: {@link dojo.session.cache.ReadThrough}. Needs
 * Caffeine.
 */
@org.jspecify.annotations.NullMarked
package dojo.session.cache;
