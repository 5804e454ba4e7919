package dojo.session.rivals;

import java.util.List;

/** Answers the last message of a context, as a language model would; takes its time on the clock of the lab. */
interface Model {
    /**
     * What the model says.
     *
     * @param context texts, oldest first, the question at the end
     */
    Said answer(List<String> context);
}
