package org.tongwen.xsd.message;

import org.tongwen.xsd.definition.MessageDefinition;

/**
 * One message as a tree.
 *
 * @param definition what the standard says of it
 * @param root its outermost element
 */
public record Message(MessageDefinition definition, Node root) {}
