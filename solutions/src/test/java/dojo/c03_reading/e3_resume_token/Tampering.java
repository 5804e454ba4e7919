package dojo.c03_reading.e3_resume_token;

/** What a curious client does to a token. */
final class Tampering {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Tampering() {}

    /** The token with another character at this place, so different that Base64 never decodes it to the same bits. */
    static String at(int place, String token) {
        int value = BASE64.indexOf(token.charAt(place));
        char other = value < 0 ? 'A' : BASE64.charAt(value ^ 32);
        return token.substring(0, place) + other + token.substring(place + 1);
    }
}
