package dojo.c02_pure.e1_count_words;

public class Words {
    public Words() {}

    public int count(String text) {
        return 1;
    }
}
