/**
 * Who is it, and what may it do? Participants are known by API key, access token or client certificate; their rights and limits stand in the
 * configuration. Signatures of bodies are made and verified here, too, and the certificates of connections are read here.
 */
@NullMarked
package org.tongwen.routes.access;

import org.jspecify.annotations.NullMarked;
