package org.tongwen.routes.intake;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.conversation.Address;
import org.tongwen.routes.conversation.Addressing;
import org.tongwen.routes.conversation.Asker;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageWriter;

/** Makes of the hub's own questions what their receivers get. */
public final class Questions implements Asker.Rendering {

    private final Supplier<CamelContext> context;
    private final Map<String, Participant> participants;
    private final Rendering rendering;

    /**
     * For these receivers.
     *
     * @param rendering by which messages are translated for receivers
     */
    public Questions(Supplier<CamelContext> context, Map<String, Participant> participants, Rendering rendering) {
        this.context = context;
        this.participants = participants;
        this.rendering = rendering;
    }

    @Override
    public Optional<Asker.Rendered> render(String receiver, BusinessMessage message) {
        Participant participant = participants.get(receiver);
        if (participant == null) {
            return Optional.empty();
        }
        byte[] iso = MessageWriter.xml(message);
        String definition = message.document().definition().id();
        Optional<Asker.Rendered> plain = Addressing.form(participant, definition)
                .flatMap(form -> {
                    if (form instanceof Address.Form.Mapped mapped) {
                        return rendering.translated(mapped.mapping(), participant, iso, context.get());
                    }
                    return Optional.of(new Asker.Rendered(iso, iso, Rendering.XML));
                });
        return plain.flatMap(question -> rendering.signed(question, participant));
    }
}
