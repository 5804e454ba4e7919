package dojo.lab.transparency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came back: the status, and the members of the answer or of the error. */
record Answer(int status, Map<String, Object> members) {

    boolean refused() {
        return status != 200;
    }

    /** The error's name without its namespace; empty for an answer. */
    String error() {
        String type = String.valueOf(members.getOrDefault("__type", ""));
        return type.substring(type.indexOf('#') + 1);
    }

    /** How the error's message is called: services of AWS say {@code message} or {@code Message}, clients read both. */
    String spelling() {
        return !refused()
                ? ""
                : members.containsKey("Message") ? "Message" : members.containsKey("message") ? "message" : "none";
    }

    Map<String, Object> spelledAlike() {
        if (!spelling().equals("Message")) {
            return members;
        }
        Map<String, Object> alike = new LinkedHashMap<>(members);
        alike.put("message", String.valueOf(alike.remove("Message")));
        return alike;
    }

    /** The kind of outcome: the error's code, or what distinguishes one success from another. */
    String kind() {
        if (refused()) {
            return status >= 500 ? status + " " + error() : error();
        }
        StringBuilder kind = new StringBuilder("ok");
        for (String member : List.of("Item", "Attributes", "LastEvaluatedKey", "NextToken")) {
            if (members.containsKey(member)) {
                kind.append(" +").append(member);
            }
        }
        if (members.containsKey("Count")) {
            kind.append("0".equals(String.valueOf(members.get("Count"))) ? " none" : " some");
        } else if (members.containsKey("Records")) {
            kind.append(Json.asList(members.get("Records")).isEmpty() ? " none" : " some");
        }
        return kind.toString();
    }

    @Override
    public String toString() {
        String text = status + " " + members;
        return text.length() > 1500 ? text.substring(0, 1500) + "… (" + text.length() + ")" : text;
    }
}
