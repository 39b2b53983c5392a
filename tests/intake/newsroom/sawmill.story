Firefighters brought the blaze at the Holmgren sawmill under control early on Saturday after nine hours, the rescue service of Dalsund said.

“It was dry as tinder and the wind came from the lake,” said Maja Lind, who led the operation. “We are glad that nobody was hurt.”

Two of the three drying halls burned down. The owner, Per Holmgren, put the damage at 11 million crowns and said that he would build again.

Police have opened an inquiry. A spokeswoman said that a faulty heater was one of several causes that were being looked at.
