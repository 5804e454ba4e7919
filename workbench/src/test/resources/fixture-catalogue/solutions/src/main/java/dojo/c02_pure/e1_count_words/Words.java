package dojo.c02_pure.e1_count_words;

public class Words {
    public Words() {}

    public int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
