package dojo.lab.fidelity;

import java.util.Map;

/** Numbers in the laws that say nothing about the service, each with the reason why not. */
final class NoClaims {

    static final Map<String, String> NUMBERS = Map.ofEntries();

    private NoClaims() {}
}
