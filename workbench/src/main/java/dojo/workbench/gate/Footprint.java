package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import java.util.List;

/**
 * What an answer did in one check, so that two answers can be compared.
 *
 * @param passed whether the check passed
 * @param actual what the check saw, if it says so
 * @param requests in the order of their words: which of two racing threads was written down first is chance
 */
record Footprint(boolean passed, String actual, List<String> requests) {

    static Footprint of(CheckResult check) {
        return new Footprint(
                check.passed(),
                check.actual().orElse(""),
                check.requests().stream().sorted().toList());
    }
}
