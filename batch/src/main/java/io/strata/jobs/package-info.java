/** What jobs of every feature share inside the batch runtime. What people steer is in the services' half of it. */
package io.strata.jobs;
