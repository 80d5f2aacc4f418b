package org.tongwen.routes.screen;

import java.time.Instant;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.journal.MessageId;
import org.tongwen.xsd.message.BusinessMessage;

/**
 * A message that is to be released.
 *
 * @param id the message
 * @param participant who sent it
 * @param message the ISO message
 * @param iso the same as bytes
 * @param at the time that counts for limits
 */
public record Subject(MessageId id, Participant participant, BusinessMessage message, byte[] iso, Instant at) {}
