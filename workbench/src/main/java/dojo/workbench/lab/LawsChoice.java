package dojo.workbench.lab;

import dojo.lab.Laws;

/** The laws that a word on the command line stands for. */
final class LawsChoice {
    private LawsChoice() {}

    /** @throws IllegalArgumentException with a sentence, if it stands for none */
    static Laws of(String word) {
        if (word.equals("off")) {
            return Laws.off();
        }
        throw new IllegalArgumentException("--laws " + word + " is not known. Give off.");
    }
}
