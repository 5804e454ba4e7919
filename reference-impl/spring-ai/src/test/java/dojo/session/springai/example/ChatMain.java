package dojo.session.springai.example;

import dojo.lab.Lab;
import dojo.session.dynamo.SessionTable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;

/** Shows the example on the screen, on the lab or on the DynamoDB that {@code DYNAMODB_ENDPOINT} names. */
final class ChatMain {
    private ChatMain() {}

    public static void main(String[] arguments) {
        try (Lab lab = Lab.fromEnvironment();
                var screen = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            String table = lab.newTableName();
            SessionTable.create(lab.client(), table);
            ChatClient seller = new Chat(lab.client(), table).seller("Yes, today.", "12 euro.", "You are welcome.");
            for (String question : List.of("Is volume 3 out?", "What is it?", "Thanks!")) {
                screen.println("you     " + question);
                screen.println("seller  " + Chat.ask(seller, "s-42", question));
            }
            lab.backstage().deleteTable(drop -> drop.tableName(table));
        }
    }
}
