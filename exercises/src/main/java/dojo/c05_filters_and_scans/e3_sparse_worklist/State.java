package dojo.c05_filters_and_scans.e3_sparse_worklist;

/** What has become of a job so far; stored by its name. */
public enum State {
    OPEN,
    CLAIMED,
    DONE
}
