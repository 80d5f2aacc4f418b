package org.tongwen.routes.desk;

/**
 * Who asks.
 *
 * @param name the name of a participant or operator
 * @param operator whether it may see and decide everything
 */
public record Viewer(String name, boolean operator) {}
