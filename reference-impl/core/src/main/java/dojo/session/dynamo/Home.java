package dojo.session.dynamo;

import dojo.session.work.Work;

/**
 * The Region in which a memory runs; a session is written in its home only.
 *
 * @param region empty if the memory knows no Regions: then every session is at home
 */
record Home(String region) {
    // tag::home[]
    /** A session created by a memory that knew no Regions is at home everywhere. */
    boolean is(String home) {
        return region.isEmpty() || home.isEmpty() || home.equals(region);
    }

    boolean isOf(Meta meta) {
        return is(meta.home());
    }
    // end::home[]

    /** For operations whose answers have no word for it. */
    <T> Work<T> refuse(Meta meta) {
        return Work.failed(new IllegalStateException("Session " + meta.session() + " is written in " + meta.home()
                + ", this memory runs in " + region + ": call the memory of " + meta.home()
                + ", or hand the session over first."));
    }
}
