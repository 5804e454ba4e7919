package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A piece of a request with expressions of its own: the request itself, or a member of a transaction.
 *
 * @param where in words, with a space at its end; empty for the request itself
 * @param into the request with this piece replaced
 */
record Part(String where, SdkPojo piece, Function<SdkPojo, AwsRequest> into) {

    static List<Part> of(AwsRequest request) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", request, changed -> (AwsRequest) changed));
        List<SdkPojo> members = Members.list(request, "TransactItems");
        for (int i = 0; i < members.size(); i++) {
            inside(request, members, i, parts);
        }
        return parts;
    }

    /** A member is a union: it has one action, which has the expressions. */
    private static void inside(AwsRequest request, List<SdkPojo> members, int at, List<Part> parts) {
        SdkPojo member = members.get(at);
        for (SdkField<?> field : member.sdkFields()) {
            if (field.getValueOrDefault(member) instanceof SdkPojo action) {
                parts.add(new Part("member " + (at + 1) + " ", action, changed -> {
                    List<SdkPojo> others = new ArrayList<>(members);
                    others.set(at, Members.with(member, field.memberName(), changed));
                    return Members.with(request, "TransactItems", others);
                }));
            }
        }
    }

    /** This piece with one of its expressions replaced, or without it, and without placeholders that nobody needs. */
    AwsRequest with(String member, String expression) {
        return into.apply(Placeholders.pruned(Members.with(piece, member, expression.isBlank() ? null : expression)));
    }

    /** The change of this piece by which the words tell where. */
    Change<AwsRequest> changed(String words, AwsRequest result) {
        return new Change<>(where + words, result);
    }

    /** The request with the piece changed. */
    AwsRequest changed(UnaryOperator<SdkPojo> change) {
        return into.apply(change.apply(piece));
    }
}
