# Rscript draw.R FILE SIZE SEED COLUMNS: draws with the cube method of the package sampling. Prints the seconds and then
# the companies.
suppressMessages(library(sampling))
asked <- commandArgs(TRUE)
people <- read.csv(asked[1], stringsAsFactors = FALSE)
set.seed(as.integer(asked[3]))
chance <- rep(as.integer(asked[2]) / nrow(people), nrow(people))
columns <- strsplit(asked[4], ",")[[1]]
numbers <- c("people", "energy", "scrap", "turnover")
balance <- do.call(cbind, lapply(columns, function(name) {
  if (name %in% numbers) people[[name]] else disjunctive(as.integer(factor(people[[name]])))
}))
# Landing by linear programming (method 1, the default) lists all samples of the undecided units: too many from some twenty
# constraints on. Method 2 leaves out one constraint after the other.
method <- if (ncol(balance) > 15) 2 else 1
began <- proc.time()[["elapsed"]]
drawn <- samplecube(cbind(chance, balance), chance, order = 1, comment = FALSE, method = method)
cat(proc.time()[["elapsed"]] - began, "\n")
writeLines(people$company[drawn > 0.5])
