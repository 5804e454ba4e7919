package dojo.lab.capacity;

import java.util.Optional;

/**
 * One access of a request to a table or an index.
 *
 * @param place where in it; nothing if that is not known before
 */
record Touch(Resource resource, Access access, Optional<Place> place) {}
