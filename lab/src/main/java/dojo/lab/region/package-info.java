/**
 * Several Regions and the replication between them, eventual or strong.
 *
 * <p>Each Region has a store, a path and clients of its own. {@link dojo.lab.region.RegionLaw} stands in the path of each;
 * {@link dojo.lab.region.Regions} knows them all, and carries what one of them wrote to the others.
 */
@NullMarked
package dojo.lab.region;

import org.jspecify.annotations.NullMarked;
