package dojo.session.rivals;

/** A design at work on one conversation; makes exactly the calls that its framework or its authors make. */
interface Rival {
    /** One chat turn: keep the question, load the context, let the model answer, keep the answer. */
    void chat(Said question, Model model);
}
