/**
 * The Model Context Protocol: {@code /mcp} with all tools, {@code /mcp/readonly} with those that only read. Every tool
 * calls a service, as the resources of the API do, and so has its rights, its audit and its approvals; nothing is decided
 * here. The way in is {@link io.strata.mcp.McpServlet}; the tools stand in the classes that are called after what they do.
 *
 * <p>The server keeps nothing between two requests. It speaks the stateless revision of the protocol, in which every
 * request says all about itself, and to older clients the revisions before it, in which sessions are optional.
 */
package io.strata.mcp;
