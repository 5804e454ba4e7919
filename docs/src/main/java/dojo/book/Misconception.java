package dojo.book;

import java.util.List;

/**
 * One wrong sentence of the write-up, and what is right.
 *
 * @param id permanent; the book links to it
 * @param line where it begins in its file
 * @param there the place in the write-up
 * @param verdict wrong, outdated or overstated
 * @param wrong the sentence as people say it
 * @param right what is right, in sentences
 * @param proofs exhibits that show it
 * @param exercises exercises in which a learner meets it
 * @param sources pages that say so, as {@code https://…[Title]}
 */
record Misconception(
        String id,
        int line,
        String there,
        String verdict,
        String wrong,
        List<String> right,
        List<String> proofs,
        List<String> exercises,
        List<String> sources) {}
